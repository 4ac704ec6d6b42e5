package dev.rivulet.catalog.bulk;

import java.util.Locale;

/** What an import did about a row. */
enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED;

    /** Its name in a job's summary. */
    String counted() {
        return name().toLowerCase(Locale.ROOT);
    }
}
