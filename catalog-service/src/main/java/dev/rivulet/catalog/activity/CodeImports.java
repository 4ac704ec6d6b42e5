package dev.rivulet.catalog.activity;

import dev.rivulet.catalog.job.JobView;
import dev.rivulet.catalog.job.Jobs;
import dev.rivulet.kit.problem.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Takes files of activity codes, to be imported as jobs. */
@ApplicationScoped
@Transactional
class CodeImports {

    static final String SCHEME = "[A-Z0-9][A-Z0-9_.-]{0,19}";
    static final String EDITION = "[A-Za-z0-9][A-Za-z0-9_.-]{0,29}";

    private static final String STARTER = "/activity/okved2-starter.csv";

    private final Jobs jobs;

    CodeImports(Jobs jobs) {
        this.jobs = jobs;
    }

    RestResponse<JobView> submit(
            @Nullable String scheme,
            @Nullable String edition,
            @Nullable LocalDate validFrom,
            boolean dryRun,
            File body) {
        if (scheme == null || !scheme.matches(SCHEME)) {
            throw Rejected.invalid("activity-scheme-format", "?scheme");
        }
        if (edition == null || !edition.matches(EDITION)) {
            throw Rejected.invalid("activity-edition-format", "?edition");
        }
        if (body.length() == 0) {
            throw Rejected.invalid("body-missing", "");
        }
        var parameters = new HashMap<>(Map.of("scheme", scheme, "edition", edition, "charset", charset(body)));
        if (validFrom != null) {
            parameters.put("validFrom", validFrom.toString());
        }
        try (var content = new FileInputStream(body)) {
            return jobs.submit(CodeImport.KIND, parameters, content, dryRun);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The small set that comes with the product: the codes an internet shop of the article's kind meets. */
    RestResponse<JobView> submitStarter() {
        try (InputStream content = Objects.requireNonNull(CodeImports.class.getResourceAsStream(STARTER), STARTER)) {
            var parameters = Map.of("scheme", "OKVED2", "edition", "starter", "charset", "UTF-8");
            return jobs.submit(CodeImport.KIND, parameters, content, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** UTF-8 where every byte of the file is; a file that is not is one of a Russian Windows. */
    private static String charset(File body) {
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var reader = new InputStreamReader(new FileInputStream(body), strict)) {
            reader.transferTo(Writer.nullWriter());
            return "UTF-8";
        } catch (CharacterCodingException e) {
            return "windows-1251";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
