package dev.rivulet.subscription.lifecycle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where periods begin from the end of what is charged already. */
@Schema(name = "AnchorMoveRequest", examples = """
        {"anchor": {"rule": "BILLING_DAY", "day": 15}}""")
public record AnchorMoveRequest(@NotNull @Valid AnchorRequest anchor) {}
