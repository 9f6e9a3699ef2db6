package vn.thidua.cluster.message;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.ArrayList;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires the ways out that are configured, and the work that reminds and sends. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessageSettings.class)
class MessageConfiguration {
    @Bean
    Channels channels(MessageSettings settings, JsonMapper json) {
        var channels = new ArrayList<Channel>();
        if (!settings.smtp().host().isEmpty()) {
            channels.add(new EmailChannel(settings.smtp()));
        }
        if (!settings.webhook().address().isEmpty()) {
            channels.add(new WebhookChannel(settings.webhook(), json));
        }
        return new Channels(channels);
    }

    @Bean
    RecurringTask<Void> remind(Reminders reminders, MessageSettings settings) {
        return Tasks.recurring("remind", FixedDelay.of(settings.remindEvery())).execute((_, _) -> reminders.make());
    }

    @Bean
    RecurringTask<Void> deliver(Deliveries deliveries, MessageSettings settings) {
        return Tasks.recurring("deliver", FixedDelay.of(settings.deliverEvery()))
                .execute((_, _) -> deliveries.send());
    }
}
