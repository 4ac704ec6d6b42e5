package dev.rivulet.catalog.partner;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.rivulet.catalog.input.IsoCountry;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a partner sells: whole countries, and single regions of others. */
record Territory(
        @Schema(description = "ISO 3166-1 alpha-2", examples = "[\"DE\", \"AT\"]")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 250, message = "{list-too-long}")
        List<@NotNull @IsoCountry String> countries,

        @Schema(description = "ISO 3166-2", examples = "[\"CH-ZH\"]")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 250, message = "{list-too-long}")
        List<@NotNull @Pattern(regexp = "[A-Z]{2}-[A-Z0-9]{1,3}", message = "{region-format}") String> regions) {

    static final Territory NOWHERE = new Territory(List.of(), List.of());

    boolean coversNothing() {
        return countries.isEmpty() && regions.isEmpty();
    }
}
