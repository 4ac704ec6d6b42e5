package dev.rivulet.success.survey;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.problem.Rejected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is to be asked: people by name, or the contacts that match on the day the wave is sent. */
@Schema(name = "SurveyAudience", minProperties = 1, maxProperties = 1)
@JsonInclude(JsonInclude.Include.NON_NULL)
record Audience(
        @Size(max = 1_000, message = "{list-too-long}") @Schema(description = "This or `contacts`") @Nullable
        List<@NotNull @Valid Named> people,

        @Valid @Schema(description = "This or `people`") @Nullable
        Matching contacts) {

    /** One person by name. */
    @Schema(name = "SurveyedPerson")
    record Named(
            @NotNull @Schema(examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
            UUID accountId,

            @NotBlank
            @Size(max = 200, message = "{text-too-long}")
            @Schema(examples = "hr-head", description = "In your terms; the id of a contact for one known here")
            String respondent) {}

    /** The people known here of customers with a subscription that has not ended; all conditions must hold. */
    @Schema(name = "SurveyedContacts", minProperties = 1)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Matching(
            @Schema(examples = "true", description = "Needed when nothing else is said") @Nullable
            Boolean everyone,

            @Schema(description = "Only at customers of this segment") @Nullable
            UUID segmentId,

            @Size(max = 100, message = "{text-too-long}")
            @Schema(examples = "HR head", description = "Only people of this function, in any case of letters")
            @Nullable
            String function) {

        private boolean isEmpty() {
            return !Boolean.TRUE.equals(everyone) && segmentId == null && function == null;
        }
    }

    /** Without the people of other customers than these. */
    Audience within(Collection<UUID> accounts) {
        return people == null
                ? this
                : new Audience(
                        people.stream()
                                .filter(each -> accounts.contains(each.accountId()))
                                .toList(),
                        contacts);
    }

    /** 400 {@code audience-choice}, {@code value-missing}. */
    void check() {
        if (people != null && people.isEmpty()) {
            throw Rejected.invalid("value-missing", "/audience/people");
        }
        if ((people == null) == (contacts == null)) {
            throw Rejected.invalid("audience-choice", "/audience");
        }
        if (contacts != null && contacts.isEmpty()) {
            throw Rejected.invalid("audience-choice", "/audience/contacts");
        }
    }
}
