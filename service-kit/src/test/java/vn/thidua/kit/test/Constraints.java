package vn.thidua.kit.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import jakarta.validation.Constraint;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Constraints written where nobody looks for them: before the last part of a nested type's name they are of the type, not of the field. */
public final class Constraints {
    private Constraints() {}

    /** The components of records whose constraints no validator sees, as {@code type.component}. */
    public static List<String> overlooked(JavaClasses classes) {
        return classes.stream()
                .filter(JavaClass::isRecord)
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .filter(Constraints::isOverlooked)
                        .map(component -> type.getName() + "." + component.getName()))
                .toList();
    }

    private static boolean isOverlooked(RecordComponent component) {
        return constraints(component.getAnnotatedType().getAnnotations())
                .anyMatch(type -> !component.getAccessor().isAnnotationPresent(type));
    }

    private static Stream<Class<? extends Annotation>> constraints(Annotation... annotations) {
        return Arrays.stream(annotations)
                .<Class<? extends Annotation>>map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(Constraint.class));
    }
}
