package dev.rivulet.catalog.price;

/** Whether a price book offers prices; a retired one does not come back. */
enum PriceBookStatus {
    IN_USE,
    RETIRED
}
