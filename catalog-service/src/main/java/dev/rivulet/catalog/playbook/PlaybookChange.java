package dev.rivulet.catalog.playbook;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be changed of a draft: all but whose playbook it is. */
record PlaybookChange(
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

    static PlaybookChange of(Playbook playbook) {
        return new PlaybookChange(playbook.title, playbook.steps, playbook.objections);
    }
}
