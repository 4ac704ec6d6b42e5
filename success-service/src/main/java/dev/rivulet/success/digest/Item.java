package dev.rivulet.success.digest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing in a digest; its words are where it is kept, not here. */
@Schema(name = "DigestItem")
public record Item(
        UUID id,

        @Schema(
                examples = "CRITICAL",
                description = "A problem's severity, feedback's kind, how a promise came out, or an answer like NPS 3")
        String what,

        Account account) {}
