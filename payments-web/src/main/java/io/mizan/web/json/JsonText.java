package io.mizan.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.mizan.id.AttemptId;
import io.mizan.id.CaseId;
import io.mizan.id.EventId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes answers: records in snake_case and in the order of their components. A component that is null or empty is
 * written as null, so that a document always has the same members.
 */
public final class JsonText {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addModule(new SimpleModule()
                    .addSerializer(Money.class, new MoneyWriter())
                    .addSerializer(Optional.class, new OptionalWriter())
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(OrderId.class, ToStringSerializer.instance)
                    .addSerializer(AttemptId.class, ToStringSerializer.instance)
                    .addSerializer(EventId.class, ToStringSerializer.instance)
                    .addSerializer(CaseId.class, ToStringSerializer.instance))
            .build();

    private JsonText() {}

    /** The view as UTF-8. */
    public static byte[] of(Object view) {
        try {
            return MAPPER.writeValueAsBytes(view);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(view.getClass().getName() + " cannot be written", bug);
        }
    }

    private static final class MoneyWriter extends JsonSerializer<Money> {
        @Override
        public void serialize(Money money, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeNumberField("minor", money.amountMinor());
            json.writeStringField("currency", money.currencyCode());
            json.writeStringField("decimal", money.toDecimal());
            json.writeEndObject();
        }
    }

    @SuppressWarnings("rawtypes") // what is inside is known to the value only
    private static final class OptionalWriter extends JsonSerializer<Optional> {
        @Override
        public void serialize(Optional value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (value.isPresent()) {
                provider.defaultSerializeValue(value.get(), json);
            } else {
                json.writeNull();
            }
        }
    }
}
