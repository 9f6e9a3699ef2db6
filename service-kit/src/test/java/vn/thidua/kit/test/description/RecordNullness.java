package vn.thidua.kit.test.description;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes our records as they are: a component is required, and not null, unless the code says {@code @Nullable}. A client
 * generated from the description then needs to doubt no more than the compiler here does.
 */
final class RecordNullness implements ModelConverter {
    @Override
    @SuppressWarnings({"rawtypes", "NullAway"
    }) // The interface of the library is raw and returns null for "not described".
    public Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        var raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (resolved == null || !raw.isRecord()) {
            return resolved;
        }
        Schema<?> model = resolved;
        if (resolved.get$ref() != null) {
            var name = resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1);
            model = context.getDefinedModels().get(name);
        }
        if (model != null && model.getProperties() != null) {
            for (var component : raw.getRecordComponents()) {
                describe(model, component);
            }
        }
        return resolved;
    }

    private static void describe(Schema<?> model, RecordComponent component) {
        var property = model.getProperties().get(component.getName());
        if (property == null) {
            return;
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            model.getProperties().put(component.getName(), nullable(property));
        } else if (model.getRequired() == null || !model.getRequired().contains(component.getName())) {
            model.addRequiredItem(component.getName());
        }
    }

    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() != null) {
            var either = new Schema<>();
            either.setOneOf(List.of(property, new Schema<>().types(Set.of("null"))));
            return either;
        }
        var types = new LinkedHashSet<String>();
        if (property.getTypes() != null) {
            types.addAll(property.getTypes());
        } else if (property.getType() != null) {
            types.add(property.getType());
        }
        if (!types.isEmpty()) {
            types.add("null");
            property.setTypes(types);
        }
        return property;
    }
}
