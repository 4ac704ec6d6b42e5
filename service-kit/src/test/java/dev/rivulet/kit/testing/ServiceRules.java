package dev.rivulet.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.annotations.TenantId;
import org.junit.jupiter.api.Test;

/** The architecture of a service as rules; a service's test extends this and names its package. */
public abstract class ServiceRules {

    private final String root;
    private final JavaClasses classes;

    protected ServiceRules(String root) {
        this.root = root;
        this.classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
    }

    /** Packages of libraries that one domain package may use besides, with what they are good for there. */
    protected Map<String, List<String>> librariesOfDomains() {
        return Map.of();
    }

    @Test
    void domainIsPureJava() {
        var libraries = librariesOfDomains();
        classes()
                .that()
                .resideInAPackage("..domain..")
                .and()
                .resideOutsideOfPackages(libraries.keySet().toArray(String[]::new))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(pure(List.of()))
                .allowEmptyShould(true)
                .check(classes);
        libraries.forEach((domain, packages) -> classes()
                .that()
                .resideInAPackage(domain)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(pure(packages))
                .check(classes));
    }

    private String[] pure(List<String> libraries) {
        return Stream.concat(
                        Stream.of(
                                "java..",
                                "dev.rivulet.kit.money",
                                "dev.rivulet.kit.price",
                                "org.jspecify..",
                                root + "..domain.."),
                        libraries.stream())
                .toArray(String[]::new);
    }

    @Test
    void featuresHaveNoCycles() {
        slices().matching(root + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void repositoriesAreUsedInTheirFeatureOnly() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void nothingFlowsBackToResources() {
        noClasses()
                .that()
                .areNotAnnotatedWith(Path.class)
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Path.class)
                .check(classes);
    }

    @Test
    void resourcesDoNotPublish() {
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.rivulet.kit.outbox.Outbox")
                .check(classes);
    }

    @Test
    void entitiesBelongToATenant() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should(haveATenant())
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void nobodyReadsTheSystemClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(classes);
    }

    @Test
    void moneyIsNeverFloating() {
        noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Double")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void noInterfaceWithASingleImplementation() {
        classes()
                .that()
                .areInterfaces()
                .should(haveNoneOrSeveralImplementations())
                .check(classes);
    }

    @Test
    void noCatchAllNames() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .check(classes);
    }

    private static ArchCondition<JavaClass> haveATenant() {
        return new ArchCondition<>("have a @TenantId field") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var has = type.getAllFields().stream().anyMatch(field -> field.isAnnotatedWith(TenantId.class));
                if (!has) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " has no @TenantId"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> haveNoneOrSeveralImplementations() {
        return new ArchCondition<>("be sealed, functional, configuration, or have several implementations") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var implementations = type.getAllSubclasses().stream()
                        .filter(sub -> !sub.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .count();
                if (implementations == 1) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " has a single implementation"));
                }
            }
        };
    }
}
