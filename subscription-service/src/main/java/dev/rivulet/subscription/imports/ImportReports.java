package dev.rivulet.subscription.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.problem.Texts;
import dev.rivulet.subscription.imports.ErrorTable.Noted;
import dev.rivulet.subscription.imports.FindingTable.Kept;
import dev.rivulet.subscription.imports.domain.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of imports and comparisons. */
@ApplicationScoped
@Transactional
class ImportReports {

    private static final int PAGE = 1_000;

    private final LineTable lines;
    private final ErrorTable errors;
    private final FindingTable findings;
    private final ObjectMapper json;

    ImportReports(LineTable lines, ErrorTable errors, FindingTable findings, ObjectMapper json) {
        this.lines = lines;
        this.errors = errors;
        this.findings = findings;
        this.json = json;
    }

    ImportView view(Job job, @Nullable String language) {
        return ImportView.of(job, lines.counts(job.id()), Texts.forHeader(language));
    }

    List<Noted> errors(UUID job, long after, int limit) {
        return errors.after(job, after, limit);
    }

    ComparisonView comparison(Job job, @Nullable String language) {
        return ComparisonView.of(job, findings.sums(job.id()), Texts.forHeader(language));
    }

    List<Kept> findings(UUID job, @Nullable Verdict verdict, long after, int limit) {
        return findings.after(job, verdict, after, limit);
    }

    /** What a line became. */
    record Result(
            long line,
            String type,
            String externalId,
            @Nullable UUID id,
            Line.Status status) {}

    /** Writes a page of what lines became behind one; the last line written, or the same one when there is no more. */
    long write(UUID job, long after, OutputStream target) throws IOException {
        var last = after;
        for (var line : lines.results(job, after, PAGE)) {
            target.write(text(line).getBytes(StandardCharsets.UTF_8));
            target.write('\n');
            last = line.number();
        }
        return last;
    }

    private String text(Line line) throws JsonProcessingException {
        return json.writeValueAsString(
                new Result(line.number(), line.type().text(), line.externalId(), line.subject(), line.status()));
    }
}
