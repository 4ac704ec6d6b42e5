package dev.rivulet.catalog.proposition;

import dev.rivulet.catalog.casestudy.CaseStudies;
import dev.rivulet.catalog.casestudy.Story;
import dev.rivulet.catalog.competitor.Rivals;
import dev.rivulet.catalog.linter.Language;
import dev.rivulet.catalog.product.ProductDirectory;
import dev.rivulet.catalog.proposition.Argument.Rival;
import dev.rivulet.catalog.segment.Segmentation;
import dev.rivulet.kit.problem.Rejected;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells propositions to customers. Case studies come in only as far as their customers agreed. */
@ApplicationScoped
@Transactional
class Renderer {

    private final PropositionRepository propositions;
    private final ProductDirectory products;
    private final Segmentation segmentation;
    private final Rivals rivals;
    private final CaseStudies studies;
    private final Engine templates;

    Renderer(
            PropositionRepository propositions,
            ProductDirectory products,
            Segmentation segmentation,
            Rivals rivals,
            CaseStudies studies,
            Engine templates) {
        this.propositions = propositions;
        this.products = products;
        this.segmentation = segmentation;
        this.rivals = rivals;
        this.studies = studies;
        this.templates = templates;
    }

    /** A text, and the language its frame is in. */
    record Rendered(String text, Language language) {}

    Rendered render(UUID id, Rendering rendering, Format format, @Nullable String acceptLanguage) {
        var proposition =
                propositions.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("value proposition", id));
        var written = Language.of(proposition.locale, Language.EN);
        var language = Language.of(acceptLanguage, written);
        var template =
                templates.getTemplate("renderings/" + rendering.path() + "." + language.code() + "." + format.suffix);
        // Qute escapes for HTML by itself; of Markdown it knows nothing.
        UnaryOperator<String> escaping = format == Format.MARKDOWN ? MarkdownText::escaped : UnaryOperator.identity();
        var instance = Objects.requireNonNull(template).instance();
        values(proposition, escaping).forEach(instance::data);
        return new Rendered(instance.render(), language);
    }

    private Map<String, Object> values(Proposition proposition, UnaryOperator<String> escaping) {
        var target = segmentation.target(proposition.segmentId).orElseThrow();
        var names = rivals.names(proposition.arguments.stream()
                .map(Argument::competitorId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var benefit = proposition.benefit;
        var texts = new HashMap<String, String>();
        texts.put("product", products.name(proposition.productId).orElseThrow());
        texts.put("audience", Objects.requireNonNullElse(proposition.audience, target.name()));
        texts.put("oneLiner", proposition.oneLiner);
        texts.put("oneLinerInside", inSentence(proposition.oneLiner));
        texts.put("solution", proposition.solution);
        texts.put("pain", withoutEnd(proposition.pains.getFirst()));
        texts.put("metric", benefit.metric());
        texts.put("unit", benefit.unit());
        texts.put("baseline", benefit.baseline().toPlainString());
        texts.put("target", benefit.target().toPlainString());
        texts.put("days", benefit.withinDays().toString());
        var values = new HashMap<String, Object>();
        texts.forEach((name, text) -> values.put(name, escaping.apply(text)));
        values.put("pains", escaped(proposition.pains, escaping));
        values.put("needs", escaped(proposition.needs, escaping));
        values.put("againstTraditional", escaped(arguments(proposition, Rival.TRADITIONAL_WAY, names), escaping));
        values.put("kind", products.kind(proposition.productId).orElseThrow().name());
        values.put(
                "unlike",
                proposition.arguments.stream()
                        .filter(argument -> argument.against() == Rival.COMPETITOR)
                        .map(argument -> unlike(argument, names, escaping))
                        .toList());
        values.put("againstCompetitors", escaped(arguments(proposition, Rival.COMPETITOR, names), escaping));
        values.put("proof", escaped(proposition.proof, escaping));
        values.put(
                "stories",
                escaped(
                        studies.tellable(proposition.caseStudyIds).stream()
                                .map(Renderer::told)
                                .toList(),
                        escaping));
        return values;
    }

    private static List<String> escaped(List<String> texts, UnaryOperator<String> escaping) {
        return texts.stream().map(escaping).toList();
    }

    private static List<String> arguments(Proposition proposition, Rival rival, Map<UUID, String> names) {
        return proposition.arguments.stream()
                .filter(argument -> argument.against() == rival)
                .map(argument -> {
                    var name = argument.competitorId() == null ? null : names.get(argument.competitorId());
                    return name == null ? argument.text() : name + ": " + argument.text();
                })
                .toList();
    }

    /** Who it is against, when that is said, apart from what is said of them. */
    private static Map<String, String> unlike(
            Argument argument, Map<UUID, String> names, UnaryOperator<String> escaping) {
        var rival = argument.competitorId() == null ? null : names.get(argument.competitorId());
        var text = escaping.apply(argument.text());
        return rival == null ? Map.of("text", text) : Map.of("rival", escaping.apply(rival), "text", text);
    }

    private static String told(Story story) {
        var title = story.customer() == null ? story.title() : story.customer() + ": " + story.title();
        return story.result() == null ? title : title + ". " + story.result();
    }

    /** A sentence as a part of another: without its end, and small at the beginning unless that is an abbreviation. */
    private static String inSentence(String sentence) {
        var text = withoutEnd(sentence);
        var single = text.length() < 2 || !Character.isUpperCase(text.charAt(1));
        return single ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }

    private static String withoutEnd(String sentence) {
        return sentence.strip().replaceFirst("[.!…]+$", "");
    }
}
