package vn.thidua.indicator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.period.Period;
import vn.thidua.indicator.season.Season;
import vn.thidua.indicator.target.Plan;
import vn.thidua.kit.test.Constraints;

/** How this service is laid out. */
class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.thidua.indicator");

    /** What a framework makes and wires, and what is declared inside it; all else is the domain. */
    private static final DescribedPredicate<JavaClass> WIRED =
            new DescribedPredicate<>("made by the framework, or declared in what is") {
                @Override
                public boolean test(JavaClass type) {
                    return type.isMetaAnnotatedWith(Component.class)
                            || type.getEnclosingClass().filter(this).isPresent();
                }
            };

    private static final DescribedPredicate<JavaClass> SHOWN =
            new DescribedPredicate<>("the form of what is sent or shown over HTTP") {
                @Override
                public boolean test(JavaClass type) {
                    var outermost = type;
                    while (outermost.getEnclosingClass().isPresent()) {
                        outermost = outermost.getEnclosingClass().get();
                    }
                    return outermost.getSimpleName().endsWith("Views")
                            || outermost.getSimpleName().endsWith("Body");
                }
            };

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("vn.thidua.indicator.(*)..").should().beFreeOfCycles().check(SERVICE);
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
    void theDomainKnowsNoFramework() {
        for (var domain : new Class<?>[] {Measure.class, Period.class, Season.class, Plan.class}) {
            assertThat(WIRED.test(SERVICE.get(domain))).as(domain.getName()).isFalse();
        }
        noClasses()
                .that(DescribedPredicate.not(WIRED).and(DescribedPredicate.not(SHOWN)))
                .and(DescribedPredicate.not(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo(IndicatorService.class)))
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework..")
                        .or(resideInAPackage("jakarta.."))
                        .or(resideInAPackage("java.sql.."))
                        .or(resideInAPackage("io.swagger..")))
                .check(SERVICE);
    }

    @Test
    void featuresSpeakToOtherServicesThroughTheKitOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage("vn.thidua.cluster.."))
                        .and(DescribedPredicate.not(resideInAPackage("vn.thidua.award.."))))
                .check(SERVICE);
    }

    @Test
    void everyConstraintIsSeenByTheValidator() {
        assertThat(Constraints.overlooked(SERVICE)).isEmpty();
    }
}
