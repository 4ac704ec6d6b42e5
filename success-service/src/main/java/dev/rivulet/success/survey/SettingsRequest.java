package dev.rivulet.success.survey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How surveys are to be sent. */
@Schema(name = "SurveySettingsRequest", examples = """
        {"daysBetween": 90}""")
record SettingsRequest(
        @NotNull
        @Min(value = 0, message = "{days-between-range}")
        @Max(value = 730, message = "{days-between-range}")
        @Schema(examples = "90", description = "A person is asked no more than once in so many days, over all surveys")
        Integer daysBetween) {}
