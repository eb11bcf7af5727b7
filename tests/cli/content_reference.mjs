// The tables of docs/content.md, written from the schemas.

const code = (text) => '`' + text + '`';

// What one writes: "number, at least 0", "`basic`, `working` ...".
function valueOf(schema) {
  if (schema.type === 'array') return `list: ${schema.items.properties ? 'tables' : valueOf(schema.items)}`;
  if (schema.enum) return schema.enum.map(code).join(', ');
  const range = schema.maximum !== undefined ? ` from ${schema.minimum} to ${schema.maximum}`
    : schema.minimum !== undefined ? `, at least ${schema.minimum}` : '';
  if (Array.isArray(schema.type)) return `number${range}, or a floor`;
  const meant = { boolean: 'true or false', integer: 'whole number', number: 'number', object: 'table' }[schema.type];
  if (meant) return meant + range;
  if (schema.pattern?.startsWith('^[a-z')) return 'id';
  if (schema.pattern?.startsWith('^[0-9]')) return 'date';
  return schema.pattern ? 'web address' : 'text';
}

const isSame = (schema) => /^The same as "(.*)"\.$/.exec(schema.description)?.[1];

function rowsOf(table, prefix = '') {
  const properties = Object.entries(table.properties);
  const either = (table.allOf ?? []).map(({ anyOf }) => anyOf[0].required[0]);
  return properties.filter(([, schema]) => !isSame(schema)).flatMap(([key, schema]) => {
    const others = properties.filter(([, other]) => isSame(other) === key).map(([name]) => code(name));
    const must = table.required?.includes(key) || either.includes(key);
    const help = schema.description + (others.length ? ` Also: ${others.join(', ')}.` : '');
    const inner = schema.items?.properties ? schema.items : schema.properties ? schema : undefined;
    return [
      `| ${code(prefix + key)} | ${must ? 'yes' : ''} | ${valueOf(schema)} | ${help.replaceAll('|', '\\|')} |`,
      ...(inner ? rowsOf(inner, `${prefix}${key}.`) : []),
    ];
  });
}

// The table at "salaries/salary" or "sources/source": a schema, and where it holds several a key.
function tableAt(schemas, place) {
  const [name, key] = place.split('/');
  if (!key) return schemas[name];
  const held = schemas[name].properties[key];
  return held.items ?? held.additionalProperties;
}

const marker = /(<!-- fields of (\S+) -->\n)[^]*?(<!-- end -->)/g;

// The document with its tables written anew.
export function referenceOf(document, schemas) {
  return document.replace(marker, (_, begin, place, end) =>
    `${begin}| key | must be | value | meaning |\n|---|---|---|---|\n${rowsOf(tableAt(schemas, place)).join('\n')}\n${end}`);
}

export const placesIn = (document) => [...document.matchAll(marker)].map(([, , place]) => place);
