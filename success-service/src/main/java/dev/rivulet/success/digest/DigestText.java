package dev.rivulet.success.digest;

import dev.rivulet.success.page.PageLanguage;
import io.quarkus.qute.Engine;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Objects;

/** Digests to read, in English or Russian. */
@Singleton
class DigestText {

    private final Engine templates;

    DigestText(Engine templates) {
        this.templates = templates;
    }

    String of(DigestView digest, PageLanguage language) {
        var name = "digests/digest." + language.name().toLowerCase(Locale.ROOT) + ".txt";
        return Objects.requireNonNull(templates.getTemplate(name))
                        .instance()
                        .data("digest", digest)
                        .data("content", digest.content())
                        .render()
                        .strip()
                + "\n";
    }
}
