package vn.thidua.award;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.test.Constraints;

/** How the service is laid out. */
class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.thidua.award");

    /** What is decided here: rules, findings, states. Their nested types are meant too. */
    private static final String DOMAIN =
            ".*\\.(Award|Condition|Candidates|Eligibility|Finding|Nomination|Opinion|Decision|Citations|Honour|AwardDocument"
                    + "|CheckCode|Revocation|KnownSeason|KnownElection|KnownRanking|KnownLineage|Way"
                    + "|Inherited|Provenance)(\\$.*)?";

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("vn.thidua.award.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void theDomainKnowsNoFramework() {
        classes()
                .that()
                .haveNameMatching(DOMAIN)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "vn.thidua.award..")
                .check(SERVICE);
        classes()
                .that()
                .haveNameMatching(DOMAIN)
                .should()
                .onlyDependOnClassesThat()
                .haveNameMatching("java\\..*|org\\.jspecify\\..*|\\[.*|" + DOMAIN)
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
    void thePublicViewReachesNothingButDocuments() {
        noClasses()
                .that()
                .resideInAPackage("..publicview..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..nomination..", "..decision..", "..honour..", "..season..", "..access..")
                .check(SERVICE);
    }

    @Test
    void everyConstraintIsSeenByTheValidator() {
        assertThat(Constraints.overlooked(SERVICE)).isEmpty();
    }
}
