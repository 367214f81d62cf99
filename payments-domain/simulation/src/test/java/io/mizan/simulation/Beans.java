package io.mizan.simulation;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Makes the beans of the domain as their container does: by their {@code @Inject} constructors, one of each, and behind a
 * proxy where a class or a method is {@code @Transactional}, so that calls of one's own methods are not intercepted.
 */
final class Beans {
    private static final Map<Class<?>, Class<?>> PROXIES = new ConcurrentHashMap<>();

    private final Map<Class<?>, Object> made = new HashMap<>();
    private final Transactions transactions;

    Beans(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Takes this one instead of making one. */
    <T> Beans with(Class<? super T> type, T bean) {
        made.put(type, bean);
        return this;
    }

    <T> T get(Class<T> type) {
        var known = made.get(type);
        if (known == null) {
            known = make(type);
            made.put(type, known);
        }
        return type.cast(known);
    }

    private Object make(Class<?> type) {
        try {
            var constructor = injected(type);
            var arguments = Arrays.stream(constructor.getParameterTypes())
                    .map(this::get)
                    .toArray();
            constructor.setAccessible(true);
            var bean = constructor.newInstance(arguments);
            return isTransactional(type) ? proxy(type, bean) : bean;
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(type.getName(), failure);
        }
    }

    private static Constructor<?> injected(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(it -> it.isAnnotationPresent(Inject.class))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody knows how to make " + type.getName()));
    }

    private static boolean isTransactional(Class<?> type) {
        return type.isAnnotationPresent(Transactional.class)
                || Arrays.stream(type.getDeclaredMethods()).anyMatch(it -> it.isAnnotationPresent(Transactional.class));
    }

    private Object proxy(Class<?> type, Object bean) throws ReflectiveOperationException {
        var proxyType = PROXIES.computeIfAbsent(type, Beans::proxyType);
        var constructor = proxyType.getDeclaredConstructor();
        constructor.setAccessible(true);
        var proxy = constructor.newInstance();
        proxyType.getField("handler").set(proxy, (InvocationHandler) (self, method, arguments) -> {
            method.setAccessible(true);
            var transaction = transactionOf(type, method);
            return transaction.isEmpty()
                    ? call(bean, method, arguments)
                    : transactions.in(transaction.get().value(), () -> call(bean, method, arguments));
        });
        return proxy;
    }

    private static Class<?> proxyType(Class<?> type) {
        try {
            return new ByteBuddy()
                    .subclass(type)
                    .defineField("handler", InvocationHandler.class, Visibility.PUBLIC)
                    .method(ElementMatchers.not(ElementMatchers.isDeclaredBy(Object.class)))
                    .intercept(InvocationHandlerAdapter.toField("handler"))
                    .make()
                    .load(
                            type.getClassLoader(),
                            ClassLoadingStrategy.UsingLookup.of(
                                    MethodHandles.privateLookupIn(type, MethodHandles.lookup())))
                    .getLoaded();
        } catch (IllegalAccessException failure) {
            throw new IllegalStateException(type.getName(), failure);
        }
    }

    private static Optional<Transactional> transactionOf(Class<?> type, Method method) {
        return Optional.ofNullable(method.getAnnotation(Transactional.class))
                .or(() -> Optional.ofNullable(type.getAnnotation(Transactional.class)));
    }

    @SuppressWarnings("ThrowSpecificExceptions") // whatever the bean throws
    private static Object call(Object bean, Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) failure.getCause();
        }
    }
}
