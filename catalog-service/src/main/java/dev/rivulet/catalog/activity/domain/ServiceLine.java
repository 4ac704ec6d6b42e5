package dev.rivulet.catalog.activity.domain;

/** What comes along with a sale and is an activity of its own, with its code in OKVED 2. */
public enum ServiceLine {
    DELIVERY("53.20.31"),
    STORAGE("52.10"),
    PACKING("82.92");

    private final String okved2;

    ServiceLine(String okved2) {
        this.okved2 = okved2;
    }

    /** The code it needs in OKVED 2, where no dated rule names another. */
    public String okved2() {
        return okved2;
    }
}
