/** Form posts as providers sign them: in order, and to the character. Knows no provider. */
package io.mizan.gateways.form;
