"""Commands for those who work on this repository; the product itself never imports them."""
