package dev.rivulet.success.task;

import dev.rivulet.success.input.Dated;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Until when a task is put off. */
@Schema(name = "TaskSnoozeRequest", examples = """
        {"until": "2025-05-12"}""")
public record SnoozeRequest(
        @NotNull
        @Dated
        @Schema(examples = "2025-05-12", description = "The day it is open again, local to the customer; after today")
        LocalDate until) {}
