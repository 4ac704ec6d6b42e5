package dev.rivulet.success.survey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone who can be asked: of a customer, under a name in the caller's terms or the id of a contact. */
record Person(UUID accountId, String respondent) {

    /** The contact that the respondent names, if it is the id of one. */
    @Nullable
    UUID contact() {
        try {
            return UUID.fromString(respondent);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
