package dev.rivulet.success.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.success.input.Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A journey to be drafted. */
@Schema(name = "JourneyRequest", examples = """
        {"key": "enterprise", "name": "Enterprise onboarding",
         "definition": {"touch": "HIGH", "atContracting": false,
          "steps": [
           {"key": "kickoff", "type": "TASK", "titleEn": "Kick-off with the sponsor",
            "titleRu": "Стартовая встреча с заказчиком", "dueInDays": 5, "severity": "MEDIUM"},
           {"key": "first-steps", "type": "MESSAGE", "template": "first-steps", "function": "HR head"},
           {"key": "adoption", "type": "WAIT", "days": 30},
           {"key": "review", "type": "REVIEW"},
           {"key": "how-it-goes", "type": "MESSAGE", "template": "how-it-goes"}],
          "exit": {"criteria": [{"kind": "SCORE", "at": "60"}, {"kind": "PROMISE"}], "extendDays": 30,
           "mostExtensions": 2, "then": "how-it-goes"},
          "relapse": {"scoreBelow": "50", "startAt": "kickoff"}}}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JourneyRequest(
        @NotNull
        @Pattern(regexp = Keys.FORMAT, message = "{key-format}")
        @Schema(examples = "enterprise", description = "Stays; editions of a journey share it")
        String key,

        @NotBlank @Size(max = 200, message = "{text-too-long}") @Schema(examples = "Enterprise onboarding")
        String name,

        @Valid @NotNull JourneyDefinition definition) {}
