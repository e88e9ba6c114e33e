"""The words of synthetic stores: names that are really met in news, in the order of how often."""

from __future__ import annotations

STATES = [
    ("state-il", "إسرائيل", "Israel", "state", "il"),
    ("state-us", "الولايات المتحدة", "United States", "state", "us"),
    ("state-ru", "روسيا", "Russia", "state", "ru"),
    ("state-ir", "إيران", "Iran", "state", "ir"),
    ("state-eg", "مصر", "Egypt", "state", "eg"),
    ("state-sa", "السعودية", "Saudi Arabia", "state", "sa"),
    ("state-sy", "سوريا", "Syria", "state", "sy"),
    ("state-tr", "تركيا", "Türkiye", "state", "tr"),
    ("state-cn", "الصين", "China", "state", "cn"),
    ("state-fr", "فرنسا", "France", "state", "fr"),
]
PEOPLE = [
    ("vladimir-putin", "فلاديمير بوتين", "Vladimir Putin", "person", "ru"),
    ("benjamin-netanyahu", "بنيامين نتنياهو", "Benjamin Netanyahu", "person", "il"),
    ("joe-biden", "جو بايدن", "Joe Biden", "person", "us"),
    ("bashar-al-assad", "بشار الأسد", "Bashar al-Assad", "person", "sy"),
    ("mahmoud-abbas", "محمود عباس", "Mahmoud Abbas", "person", "ps"),
    ("hamas", "حركة حماس", "Hamas", "armed_group", "ps"),
    ("hezbollah", "حزب الله", "Hezbollah", "armed_group", "lb"),
    ("united-nations", "الأمم المتحدة", "United Nations", "organisation", ""),
    ("security-council", "مجلس الأمن", "Security Council", "organisation", ""),
    ("emmanuel-macron", "إيمانويل ماكرون", "Emmanuel Macron", "person", "fr"),
]
PLACES = [
    ("gaza-city-ps", "غزة", "Gaza", 31.50, 34.47, "ps", "city", 6.0),
    ("il", "إسرائيل", "Israel", 31.40, 35.00, "il", "country", 160.0),
    ("beirut-lb", "بيروت", "Beirut", 33.89, 35.50, "lb", "city", 8.0),
    ("damascus-sy", "دمشق", "Damascus", 33.51, 36.29, "sy", "city", 10.0),
    ("moscow-ru", "موسكو", "Moscow", 55.75, 37.62, "ru", "city", 25.0),
    ("baghdad-iq", "بغداد", "Baghdad", 33.32, 44.42, "iq", "city", 18.0),
    ("sy", "سوريا", "Syria", 35.00, 38.50, "sy", "country", 300.0),
    ("cairo-eg", "القاهرة", "Cairo", 30.04, 31.24, "eg", "city", 20.0),
    ("aleppo-sy", "حلب", "Aleppo", 36.20, 37.16, "sy", "city", 9.0),
    ("sanaa-ye", "صنعاء", "Sanaa", 15.35, 44.21, "ye", "city", 9.0),
    ("rafah-ps", "معبر رفح", "Rafah crossing", 31.24, 34.26, "ps", "crossing", 1.0),
    ("khartoum-sd", "الخرطوم", "Khartoum", 15.50, 32.56, "sd", "city", 14.0),
    ("tripoli-ly", "طرابلس", "Tripoli", 32.89, 13.19, "ly", "city", 11.0),
    ("mosul-iq", "الموصل", "Mosul", 36.34, 43.13, "iq", "city", 9.0),
    ("riyadh-sa", "الرياض", "Riyadh", 24.71, 46.68, "sa", "city", 22.0),
    ("eg", "مصر", "Egypt", 26.50, 29.90, "eg", "country", 550.0),
    ("tunis-tn", "تونس العاصمة", "Tunis", 36.81, 10.18, "tn", "city", 9.0),
    ("algiers-dz", "الجزائر العاصمة", "Algiers", 36.75, 3.06, "dz", "city", 10.0),
    ("amman-jo", "عمّان", "Amman", 31.95, 35.93, "jo", "city", 12.0),
    ("paris-fr", "باريس", "Paris", 48.86, 2.35, "fr", "city", 9.0),
    ("washington-us", "واشنطن", "Washington", 38.91, -77.04, "us", "city", 9.0),
    ("kyiv-ua", "كييف", "Kyiv", 50.45, 30.52, "ua", "city", 15.0),
]

# Type, trigger, and a sentence around it; the number makes sentences differ as they do in life.
SENTENCES = {
    "ar": [
        ("consult", "التقى", "{verb} {source} مع {target} في {place} لبحث الملف رقم {number}."),
        ("assault", "قصفت", "{verb} قوات {source} مواقع تابعة لـ {target} قرب {place} للمرة {number}."),
        ("accuse", "اتهم", "{verb} {source} خصمه {target} بعرقلة الاتفاق {number} حول {place}."),
        ("agree", "وقّع", "{verb} {source} اتفاقا مع {target} في {place} بقيمة {number} مليون دولار."),
        ("aid", "أرسلت", "{verb} جهات من {source} مساعدات إلى {target} عبر {place} وزنها {number} طنا."),
        ("protest", "تظاهر", "{verb} أنصار {source} ضد {target} في {place} وبلغ عددهم {number} شخصا."),
        ("threaten", "هدد", "{verb} {source} جاره {target} برد قاس في {place} بحسب البيان {number}."),
        ("sanction", "فرضت", "{verb} حكومة {source} عقوبات على {target} شملت {number} شركة في {place}."),
    ],
    "en": [
        ("consult", "met", "{source} {verb} {target} in {place} to discuss file {number}."),
        (
            "assault",
            "shelled",
            "Forces of {source} {verb} positions of {target} near {place}, report {number} said.",
        ),
        ("accuse", "accused", "{source} {verb} {target} of blocking plan {number} for {place}."),
        (
            "agree",
            "signed",
            "{source} {verb} a deal with {target} in {place} worth {number} million dollars.",
        ),
        ("aid", "sent", "{source} {verb} aid to {target} through {place}, {number} tonnes in all."),
        (
            "protest",
            "rallied",
            "Supporters of {source} {verb} against {target} in {place}, {number} people in all.",
        ),
        ("reject", "rejected", "{source} {verb} proposal {number} of {target} about {place}."),
        ("request", "urged", "{source} {verb} {target} to leave {place} under resolution {number}."),
    ],
}
