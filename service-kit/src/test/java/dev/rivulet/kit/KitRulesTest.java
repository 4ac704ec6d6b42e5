package dev.rivulet.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The kit stays small and knows no service. */
class KitRulesTest {

    /**
     * A fifth of them is the arithmetic of prices: a quote and a bill must not differ, so there is one, and it is asked
     * ten thousand times a second. A twentieth is how secrets are sealed, which is not to be got right twice, as are the
     * keys of requests that share a transaction.
     */
    private static final int MOST_LINES = 3_060;

    private static final String SERVICE_NOUNS = "(?i).*(Plan|Product|Segment|Proposition|Playbook|Partner|Account|"
            + "Subscription|Invoice|Payment|Charge|Dunning|Customer|Usage|Survey|Score|Promise|Cohort|Catalog).*";

    private final com.tngtech.archunit.core.domain.JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.rivulet.kit");

    @Test
    void shouldHoldNoServiceNoun() {
        noClasses().should().haveNameMatching(SERVICE_NOUNS).check(classes);
    }

    @Test
    void shouldHaveNoCycles() {
        slices().matching("dev.rivulet.kit.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void shouldPriceInPureJava() {
        classes()
                .that()
                .resideInAPackage("dev.rivulet.kit.price")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "dev.rivulet.kit.money", "dev.rivulet.kit.price")
                .check(classes);
    }

    @Test
    void shouldHoldNoMigrationsTopicsOrSchemas() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources"))) {
            assertThat(files.map(Path::toString))
                    .noneMatch(name -> name.endsWith(".sql") || name.endsWith(".schema.json"));
        }
        assertThat(codeLines()).noneMatch(line -> line.matches(".*\"[a-z]+\\.[a-z-]+\\.(state|events)\\.v\\d.*"));
    }

    @Test
    void shouldStaySmall() {
        assertThat(codeLines().count()).isLessThanOrEqualTo(MOST_LINES);
    }

    /** Lines that say something: neither blank, nor comment, nor import. */
    private static Stream<String> codeLines() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files
                    .filter(Files::isRegularFile)
                    .flatMap(KitRulesTest::lines)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.matches("(/\\*|\\*|//|import |package |}).*"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
