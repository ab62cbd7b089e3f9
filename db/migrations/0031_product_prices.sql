-- Up Migration

-- What a product's list says in further currencies, beside the price that stands with the product; never converted.
create table product_price (
  vendor_id uuid not null references vendor,
  product_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  price_minor bigint not null check (price_minor >= 0),
  primary key (vendor_id, product_id, currency),
  foreign key (vendor_id, product_id) references product on delete cascade
);
call app.tenant_table('product_price',
  vendor => 'select, insert, update, delete', seller => 'select', partner => 'select', job => 'select, insert, update, delete');
