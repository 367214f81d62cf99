package io.mizan.admin.access;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method that a form posts to (and on the filter behind it): it is done only for somebody who proved a few minutes ago
 * at most who they are. Others are asked for their password, and their code if they have an authenticator app, on a page in
 * between, and the act then goes on with what the form said.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Sensitive {}
