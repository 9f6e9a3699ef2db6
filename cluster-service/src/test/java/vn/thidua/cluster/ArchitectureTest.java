package vn.thidua.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.test.Constraints;

/** How the service is laid out. */
class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.thidua.cluster");

    /** Records and enums that stand on their own are the domain; those inside a controller or service are its words, settings are not. */
    private static final DescribedPredicate<JavaClass> DOMAIN = DescribedPredicate.describe("domain types", type -> {
        var outermost = outermost(type);
        return (outermost.isRecord() || outermost.isEnum())
                && !outermost.isAnnotatedWith(ConfigurationProperties.class);
    });

    @Test
    void theDomainKnowsNoFramework() {
        assertThat(SERVICE.that(DOMAIN)).hasSizeGreaterThan(20);
        noClasses()
                .that(DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "jakarta..",
                        "tools.jackson..",
                        "io.swagger..",
                        "java.sql..",
                        "org.postgresql..")
                .check(SERVICE);
    }

    @Test
    void controllersSpeakNoSql() {
        noClasses()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .check(SERVICE);
    }

    @Test
    void sqlIsSpokenInRepositoriesOnly() {
        noClasses()
                .that()
                .areNotAnnotatedWith(Repository.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .check(SERVICE);
    }

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("vn.thidua.cluster.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void whatNoOtherFeatureUsesIsNotPublic() {
        var needless = SERVICE.stream()
                .filter(type -> type.isTopLevelClass()
                        && type.getModifiers().contains(JavaModifier.PUBLIC)
                        && !type.getSimpleName().equals("package-info")
                        && !type.isEquivalentTo(ClusterService.class))
                // Whoever uses what is inside it uses it.
                .filter(type -> SERVICE.stream()
                        .filter(inside -> outermost(inside).equals(type))
                        .flatMap(inside -> inside.getDirectDependenciesToSelf().stream())
                        .allMatch(use -> use.getOriginClass().getPackageName().equals(type.getPackageName())))
                .map(JavaClass::getName)
                .toList();
        assertThat(needless).isEmpty();
    }

    private static JavaClass outermost(JavaClass type) {
        var outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return outermost;
    }

    @Test
    void everyConstraintIsSeenByTheValidator() {
        assertThat(Constraints.overlooked(SERVICE)).isEmpty();
    }
}
