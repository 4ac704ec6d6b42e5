package dev.rivulet.catalog.price;

/** What happens to a price by itself when its day comes. */
enum PriceTurn {
    STARTED,
    ENDED
}
