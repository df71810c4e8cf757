from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    operations = [migrations.CreateModel(name="Tenant", fields=[("id", models.AutoField(primary_key=True, serialize=False)), ("name", models.TextField())])]
