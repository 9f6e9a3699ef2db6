package vn.thidua.cluster.person;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thidua.kit.background.Background;
import vn.thidua.kit.personal.PersonalValues;

/** Deletes the keys of erased people. The request is kept until the key database has done it, so a crash loses nothing. */
@Configuration(proxyBeanMethods = false)
class KeyDeletion {
    @Bean
    Background keyDeletions(PersonStore store, PersonalValues values) {
        return new Background("key-deletion", () -> {
            store.requestedKeyDeletions().forEach(person -> {
                values.erase(person);
                store.keyDeleted(person);
            });
            return Duration.ofSeconds(2);
        });
    }
}
