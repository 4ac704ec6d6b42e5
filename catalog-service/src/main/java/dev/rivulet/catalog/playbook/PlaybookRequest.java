package dev.rivulet.catalog.playbook;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The first version of a playbook. */
@Schema(examples = """
        {"productId": "019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f", "segmentId": "019b2f6e-0b1c-7cc3-98c4-dc0c0c073990",
         "title": "Selling the soft skills trainer to HR heads",
         "steps": [{"goal": "Hear the pain in the client's own words",
          "script": "Ask what changed after the last training, and listen.",
          "exitCriterion": "The client has named a figure that should move",
          "asset": "https://assets.example.com/soft-skills/interview.pdf"}],
         "objections": [{"objection": "We already have a trainer",
          "answer": "Keep them: ten minutes a day make what they teach stay"}]}""")
record PlaybookRequest(
        @NotNull UUID productId,

        @Schema(description = "For whom; left out when the product is sold to every segment in the same way") @Nullable
        UUID segmentId,

        @Schema(examples = "Selling the soft skills trainer to HR heads")
        @NotBlank
        @Size(max = 200, message = "{text-too-long}")
        String title,

        @Schema(description = "In the order of the sale; at least one before it can be published")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 50, message = "{list-too-long}")
        List<@NotNull @Valid Step> steps,

        @Schema(description = "At least one before it can be published")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 100, message = "{list-too-long}")
        List<@NotNull @Valid Objection> objections) {

    PlaybookChange text() {
        return new PlaybookChange(title, steps, objections);
    }
}
