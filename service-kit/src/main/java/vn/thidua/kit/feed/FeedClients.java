package vn.thidua.kit.feed;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.web.service.registry.AbstractHttpServiceRegistrar;

/** A client for each source named in the settings, in the HTTP group {@code <source>-service}, which is also its name at Eureka. */
final class FeedClients extends AbstractHttpServiceRegistrar {
    private List<String> sources = List.of();

    @Override
    public void setEnvironment(Environment environment) {
        super.setEnvironment(environment);
        sources = Binder.get(environment)
                .bind("thidua.feed.sources", Bindable.listOf(String.class))
                .orElse(List.of());
    }

    @Override
    protected void registerHttpServices(GroupRegistry registry, AnnotationMetadata metadata) {
        sources.forEach(source -> registry.forGroup(group(source)).register(FeedClient.class));
    }

    static String group(String source) {
        return source + "-service";
    }
}
