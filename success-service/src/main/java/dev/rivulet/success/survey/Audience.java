package dev.rivulet.success.survey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to be asked. */
@Schema(name = "SurveyAudience")
record Audience(
        @NotEmpty @Size(max = 1_000, message = "{list-too-long}")
        List<@NotNull @Valid Named> people) {

    /** One person by name. */
    @Schema(name = "SurveyedPerson")
    record Named(
            @NotNull @Schema(examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
            UUID accountId,

            @NotBlank
            @Size(max = 200, message = "{text-too-long}")
            @Schema(examples = "hr-head", description = "In your terms; the id of a contact for one known here")
            String respondent) {}
}
