package io.mizan.gateways.contract;

import static java.util.Comparator.comparing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.mizan.gateway.PaymentGateway;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The contract of one gateway, as its test class holds it.
 *
 * @param test the instance that JUnit would make
 */
record ContractTests(GatewayContract test, PaymentGateway gateway) {
    /** Every test class of a gateway that there is, by the gateway's name. */
    static List<ContractTests> all() {
        return new ClassFileImporter()
                .importPackages("io.mizan.gateways").stream()
                        .filter(type -> type.isAssignableTo(GatewayContract.class))
                        .filter(type -> !type.isEquivalentTo(GatewayContract.class))
                        .map(JavaClass::reflect)
                        .map(ContractTests::made)
                        .map(test -> new ContractTests(test, test.provider().gateway(Contract.PATIENT)))
                        .sorted(comparing(tests -> tests.gateway().name().toString()))
                        .toList();
    }

    private static GatewayContract made(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (GatewayContract) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }

    boolean holds(Class<?> part) {
        return part.isInstance(test);
    }

    /** What this gateway alone has tests for. */
    List<String> ownTests() {
        return sentences(test.getClass());
    }

    /** The tests that are written in that very type, as sentences. */
    static List<String> sentences(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(ContractTests::isTest)
                .filter(method -> !isOfThePart(method, type))
                .map(method -> method.getName().replace('_', ' '))
                .sorted()
                .toList();
    }

    private static boolean isTest(AnnotatedElement method) {
        return Stream.of(Test.class, ParameterizedTest.class, TestFactory.class).anyMatch(method::isAnnotationPresent);
    }

    /** A gateway's own way of holding what all hold. */
    private static boolean isOfThePart(Method method, Class<?> type) {
        return GatewayContract.class.isAssignableFrom(type)
                && type != GatewayContract.class
                && Arrays.stream(GatewayContract.class.getDeclaredMethods())
                        .anyMatch(inherited -> inherited.getName().equals(method.getName()));
    }
}
