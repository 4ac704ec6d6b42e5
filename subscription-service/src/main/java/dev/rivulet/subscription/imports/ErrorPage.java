package dev.rivulet.subscription.imports;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Texts;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Pages of numbered things: the cursor's id is their number. */
final class ErrorPage {

    private static final String LIST = "import-errors";

    private ErrorPage() {}

    static RestResponse<Page<ImportErrorView>> of(
            ImportReports reports, Job job, PageRequest page, @Nullable String language) {
        var texts = Texts.forHeader(language);
        var list = LIST + job.id();
        return page.respond(
                list,
                reports.errors(job.id(), page.after(list).getLeastSignificantBits(), page.count()),
                error -> ImportErrorView.of(error, texts),
                error -> new UUID(0, error.seq()));
    }
}
