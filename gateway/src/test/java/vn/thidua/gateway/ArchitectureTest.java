package vn.thidua.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.thidua.gateway");

    @Test
    void packagesFormNoCycle() {
        slices().matching("vn.thidua.gateway.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theEdgeKnowsNothingOfTheServicesInside() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "vn.thidua.kit..", "vn.thidua.cluster..", "vn.thidua.indicator..", "vn.thidua.award..")
                .check(CLASSES);
    }
}
