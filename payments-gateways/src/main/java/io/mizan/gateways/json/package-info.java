/** Providers' JSON, read member by member: what we do not read may come and go. Knows no provider. */
package io.mizan.gateways.json;
