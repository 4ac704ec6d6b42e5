package dev.rivulet.catalog.proposition;

/** An approved proposition's part in the contest of its product, segment and locale. */
enum Role {
    CHAMPION,
    CHALLENGER
}
