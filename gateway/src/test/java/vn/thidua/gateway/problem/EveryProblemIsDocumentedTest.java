package vn.thidua.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The services speak of problems in their own texts; each must have its page here. */
class EveryProblemIsDocumentedTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void everyTypeOfTheServicesHasAPage() throws IOException {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("problems.yaml"));
        Set<String> documented = Objects.requireNonNull(yaml.getObject()).stringPropertyNames().stream()
                .filter(key -> key.endsWith(".title.vi"))
                .map(key -> key.substring("thidua.problems.".length(), key.length() - ".title.vi".length()))
                .collect(Collectors.toSet());

        assertThat(documented).containsAll(spoken("service-kit"));
        for (String service : new String[] {"cluster-service", "indicator-service", "award-service"}) {
            assertThat(documented).as(service).containsAll(spoken(service));
        }
        assertThat(spoken("service-kit")).isNotEmpty();
    }

    private static Set<String> spoken(String module) throws IOException {
        Path folder = ROOT.resolve(module).resolve("src/main/resources/problems");
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        Properties texts = new Properties();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
            }
        }
        return texts.stringPropertyNames().stream()
                .filter(key -> key.endsWith(".title"))
                .map(key -> key.substring(0, key.length() - ".title".length()))
                .collect(Collectors.toSet());
    }
}
