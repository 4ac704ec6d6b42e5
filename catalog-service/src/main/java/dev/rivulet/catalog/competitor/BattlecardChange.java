package dev.rivulet.catalog.competitor;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a battlecard says. */
record BattlecardChange(
        @Schema(description = "Of the competitor", examples = "[\"A large library\"]")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 20, message = "{list-too-long}")
        List<@NotBlank @Size(max = 500, message = "{text-too-long}") String> strengths,

        @Schema(description = "Of the competitor", examples = "[\"Counts minutes watched, not what was learned\"]")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 20, message = "{list-too-long}")
        List<@NotBlank @Size(max = 500, message = "{text-too-long}") String> weaknesses,

        @Schema(examples = "[\"Show the assessment before and after\"]")
        @NotEmpty
        @Size(max = 20, message = "{list-too-long}")
        List<@NotBlank @Size(max = 500, message = "{text-too-long}") String> howToWin,

        @Schema(
                description = "To ask the customer",
                examples = "[\"How do you know today that somebody has learned it?\"]")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 20, message = "{list-too-long}")
        List<@NotBlank @Size(max = 500, message = "{text-too-long}") String> questions) {

    static BattlecardChange of(Battlecard card) {
        return new BattlecardChange(card.strengths, card.weaknesses, card.howToWin, card.questions);
    }
}
