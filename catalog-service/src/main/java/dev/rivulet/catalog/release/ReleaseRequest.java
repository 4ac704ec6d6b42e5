package dev.rivulet.catalog.release;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A release to draft. */
@Schema(examples = """
        {"productId": "019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f", "title": "Weekly report to the manager",
         "notes": "Managers see **who practised** every Monday.", "features": ["weekly-report"],
         "requesters": [{"accountId": "019b2f6e-0b1c-7cc3-98c4-dc0c0c073990", "feedbackId":
          "019b2f6e-0b1c-7cc3-98c4-dc0c0c073991"}]}""")
record ReleaseRequest(
        @NotNull UUID productId,

        @Schema(examples = "Weekly report to the manager") @NotBlank @Size(max = 200, message = "{text-too-long}")
        String title,

        @Schema(description = "Markdown", examples = "Managers see **who practised** every Monday.")
        @NotBlank
        @Size(max = 20_000, message = "{text-too-long}")
        String notes,

        @Schema(description = "Keys of the product's features that it touches", examples = "[\"weekly-report\"]")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 100, message = "{list-too-long}")
        List<@NotBlank String> features,

        @Schema(description = "Who asked for it")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 1_000, message = "{list-too-long}")
        List<@NotNull @Valid Requester> requesters) {

    static ReleaseRequest of(Release release) {
        return new ReleaseRequest(
                release.productId, release.title, release.notes, release.features, release.requesters);
    }

    ReleaseChange text() {
        return new ReleaseChange(title, notes, features, requesters);
    }
}
