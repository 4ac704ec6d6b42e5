package dev.rivulet.success.message;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.input.Keys;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolvers;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Templates of messages: a subject and a body of plain text with places for values, and sections that depend on whether
 * there is one. Tenants write templates, so there are no loops, no includes and no calls of Java in them.
 */
@Singleton
class MessageTexts {

    private static final Map<String, String> FOOTER = Map.of(
            "en", "No more messages like this: ",
            "ru", "Больше не получать таких писем: ");

    private final Engine engine = engine(Engine.builder());

    /** What a template says. */
    record Text(String subject, String body) {}

    private static Engine engine(EngineBuilder builder) {
        return builder.addSectionHelper(new IfSectionHelper.Factory())
                .addValueResolver(ValueResolvers.mapResolver())
                .addValueResolver(ValueResolvers.orResolver())
                .strictRendering(false)
                .build();
    }

    /** What comes with the product; the first line is the subject. */
    static Optional<Text> builtIn(String key, String language) {
        if (!key.matches(Keys.FORMAT)) {
            return Optional.empty();
        }
        var name = "/templates/messages/" + key + "." + language + ".txt";
        try (var resource = MessageTexts.class.getResourceAsStream(name)) {
            if (resource == null) {
                return Optional.empty();
            }
            var lines = new String(resource.readAllBytes(), StandardCharsets.UTF_8).split("\n", 2);
            return Optional.of(new Text(lines[0].strip(), lines[1].strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses what cannot be rendered. */
    void check(Text text) {
        check(text.subject(), "/subject");
        check(text.body(), "/body");
    }

    private void check(String template, String pointer) {
        try {
            engine.parse(template);
        } catch (TemplateException e) {
            throw Rejected.invalid("template-malformed", pointer);
        }
    }

    /** A value that is missing leaves its place empty; a subject is one line. */
    Text render(Text text, Map<String, String> values, String language, String unsubscribeLink) {
        return new Text(
                render(text.subject(), values).replaceAll("\\s+", " ").strip(),
                render(text.body(), values).strip() + "\n\n-- \n" + FOOTER.get(language) + unsubscribeLink);
    }

    private String render(String template, Map<String, String> values) {
        return engine.parse(template).render(values);
    }
}
