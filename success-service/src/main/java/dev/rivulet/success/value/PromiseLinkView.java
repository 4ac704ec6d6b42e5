package dev.rivulet.success.value;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The way to a page on which the customer decides. */
@Schema(name = "PromiseLink")
record PromiseLinkView(
        @Schema(
                examples = "http://localhost:8083/promise-pages/demo.PqkYbbV0S4a5OqU8-0P2pXbq7Rj1m2c3d4e5f6g7h8i",
                description = "Decides once, in the customer's name; shown only now")
        String link,

        Instant expiresAt) {}
