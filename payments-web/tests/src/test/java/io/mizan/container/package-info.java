/**
 * What tests inside a running Payara Micro have in common, where the container itself is the subject. Each of their classes boots
 * a server of its own on an empty schema, which takes a quarter of a minute: a second class needs a good reason.
 */
package io.mizan.container;
