package vn.thidua.indicator.valueimport;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;
import vn.thidua.kit.background.Background;

/** An import is taken by one instance at a time; another goes on at once where that one died. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ValueImportConfiguration.Settings.class)
class ValueImportConfiguration {
    /**
     * @param maxRows how many values one import may have
     * @param maxLines how many units a workbook may have
     * @param maxWaiting how many imports of one caller may wait or run at once
     * @param every how often new imports are looked for
     * @param keep how long an ended one can be read
     */
    @Validated
    @ConfigurationProperties("thidua.value-imports")
    record Settings(
            @DefaultValue("20000") @Min(1) @Max(100_000) int maxRows,
            @DefaultValue("20000") @Min(1) @Max(50_000) int maxLines,
            @DefaultValue("10") @Min(1) int maxWaiting,
            @DefaultValue("1s") Duration every,
            @DefaultValue("14d") Duration keep) {}

    /** On every instance: who takes an import holds its row, and lets it go when it dies, however it dies. */
    @Bean
    Background takeValueImports(ValueImportWork work, Settings settings) {
        return new Background("value-imports", () -> work.step() ? Duration.ZERO : settings.every());
    }

    @Bean
    RecurringTask<Void> sweepValueImports(ValueImportStore store, Settings settings) {
        return Tasks.recurring("sweep-value-imports", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> store.sweep(settings.keep()));
    }
}
