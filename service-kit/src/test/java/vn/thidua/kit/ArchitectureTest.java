package vn.thidua.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/** How the kit is laid out. */
class ArchitectureTest {
    private static final JavaClasses KIT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.thidua.kit");

    /** The words of emulation and commendation. Of the field the kit knows units and mandates, and of people their accounts. */
    private static final Pattern FIELD = Pattern.compile(
            "(?i)season|compact|award|indicator|score(?!d)|scoring|ballot|conference|movement|council|nomination|honou?r"
                    + "|ranking|commend|emulat|certificate|headship|petition|exemplar|decree|khối|cụm|khen|thi đua(?! platform)");

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("vn.thidua.kit.(*)..").should().beFreeOfCycles().check(KIT);
    }

    @Test
    void theKitNamesNothingOfTheFieldBeyondUnitsAndMandates() {
        var found = new ArrayList<String>();
        for (var type : KIT) {
            note(found, type.getSimpleName(), type.getName());
            type.getFields().forEach(field -> note(found, field.getName(), field.getFullName()));
            type.getMethods().stream()
                    .map(JavaCodeUnit.class::cast)
                    .forEach(method -> note(found, method.getName(), method.getFullName()));
        }
        assertThat(KIT).hasSizeGreaterThan(80);
        assertThat(found).isEmpty();
    }

    @Test
    void neitherDoItsTablesAndTexts() throws IOException {
        var found = new ArrayList<String>();
        var read = 0;
        try (var files = Files.walk(Path.of("src/main/resources"))) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                read++;
                for (var line : Files.readAllLines(file)) {
                    note(found, line, file + ": " + line);
                }
            }
        }
        assertThat(read).isGreaterThan(7);
        assertThat(found).isEmpty();
    }

    @Test
    void controllersSpeakNoSql() {
        noClasses()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .check(KIT);
    }

    @Test
    void theKitDependsOnNoService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("vn.thidua.cluster..", "vn.thidua.gateway..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("vn\\.thidua\\.(?!kit\\.).*")
                .check(KIT);
    }

    private static void note(List<String> found, String word, String where) {
        // The names of the services occur as addresses and in examples of settings.
        var rest = word.replace("cluster-service", "").replace("thidua", "");
        if (FIELD.matcher(rest).find()
                || rest.toLowerCase(java.util.Locale.ROOT).contains("cluster")) {
            found.add(where);
        }
    }
}
