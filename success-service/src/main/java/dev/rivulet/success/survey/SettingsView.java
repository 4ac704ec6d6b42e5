package dev.rivulet.success.survey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How surveys are sent. */
@Schema(name = "SurveySettings")
record SettingsView(
        @Schema(examples = "90", description = "A person is asked no more than once in so many days, over all surveys")
        int daysBetween) {}
