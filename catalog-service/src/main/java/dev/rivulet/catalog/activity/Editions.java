package dev.rivulet.catalog.activity;

import dev.rivulet.catalog.activity.domain.EditionDiff;
import dev.rivulet.kit.problem.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows editions and their codes, and what one changes against another. */
@ApplicationScoped
@Transactional
class Editions {

    private final EditionRepository editions;
    private final CodeTable codes;

    Editions(EditionRepository editions, CodeTable codes) {
        this.editions = editions;
        this.codes = codes;
    }

    List<Edition> list(UUID after, int count) {
        return editions.after(after, count);
    }

    Edition get(UUID id) {
        return editions.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("activity edition", id));
    }

    List<CodeView> codes(UUID edition, String after, @Nullable String under, int count) {
        return codes.after(get(edition).id, after, under, count);
    }

    CodeView code(UUID edition, String code) {
        var found = codes.find(get(edition).id, code);
        if (found == null) {
            throw Rejected.notFound("activity code", code);
        }
        return found;
    }

    /** Those of the codes that the edition has. */
    List<CodeView> codes(UUID edition, Collection<String> wanted) {
        return codes.find(edition, wanted);
    }

    /** In the order of the codes, behind a change that was shown. */
    List<EditionDiff.Change> diff(UUID before, UUID after, EditionDiff.@Nullable Kind kind) {
        var old = get(before);
        var young = get(after);
        if (!old.scheme.equals(young.scheme)) {
            throw Rejected.unprocessable("activity-scheme-differs", "", old.scheme, young.scheme);
        }
        return EditionDiff.between(codes.all(before), codes.all(after)).stream()
                .filter(change -> kind == null || change.kind() == kind)
                .toList();
    }
}
