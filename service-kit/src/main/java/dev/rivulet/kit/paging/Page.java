package dev.rivulet.kit.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the items, in the list's order
 * @param nextCursor give it as {@code cursor} to read on; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> items,

        @Schema(examples = "eyJhIjoiMDE5YjJmNmUifQ", description = "Opaque; absent on the last page") @Nullable
        String nextCursor) {}
